#include "server/listen.h"

#include "base/str.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum status address_parse(const char *text, struct address *address, struct error *error)
{
    memset(address, 0, sizeof(*address));
    const char *colon = strrchr(text, ':');
    struct str all = str_from(text);
    int64_t port = 0;
    if (!colon || !str_to_int64(str_slice(all, (size_t)(colon - text) + 1, all.size), &port) || port < 0 ||
        port > 65535) {
        return error_set(error, ERR_INVALID, NULL,
                         "\"%s\" is not an address with a port, such as 127.0.0.1:8080 or [::1]:8080", text);
    }
    struct str host = str_slice(all, 0, (size_t)(colon - text));
    bool bracketed = host.size >= 2 && host.data[0] == '[' && host.data[host.size - 1] == ']';
    if (bracketed) {
        host = str_slice(host, 1, host.size - 1);
    } else if (str_equal(host, STR("localhost"))) {
        host = STR("127.0.0.1");
    }
    char name[INET6_ADDRSTRLEN] = "";
    if (host.size < sizeof(name)) {
        memcpy(name, host.data, host.size);
    }
    struct sockaddr_in *four = (struct sockaddr_in *)&address->socket_address;
    struct sockaddr_in6 *six = (struct sockaddr_in6 *)&address->socket_address;
    if (!bracketed && inet_pton(AF_INET, name, &four->sin_addr) == 1) {
        four->sin_family = AF_INET;
        four->sin_port = htons((uint16_t)port);
        address->size = sizeof(*four);
    } else if (bracketed && inet_pton(AF_INET6, name, &six->sin6_addr) == 1) {
        six->sin6_family = AF_INET6;
        six->sin6_port = htons((uint16_t)port);
        address->size = sizeof(*six);
    } else {
        return error_set(error, ERR_INVALID, NULL,
                         "\"%.*s\" is not an IPv4 address, an IPv6 address in brackets, or localhost",
                         (int)(colon - text), text);
    }
    return OK;
}

bool address_is_loopback(const struct address *address)
{
    if (address->socket_address.ss_family == AF_INET) {
        const struct sockaddr_in *four = (const struct sockaddr_in *)&address->socket_address;
        return ntohl(four->sin_addr.s_addr) >> 24 == 127;
    }
    const struct sockaddr_in6 *six = (const struct sockaddr_in6 *)&address->socket_address;
    return IN6_IS_ADDR_LOOPBACK(&six->sin6_addr);
}

void address_format(const struct address *address, char out[ADDRESS_TEXT])
{
    char name[INET6_ADDRSTRLEN] = "";
    if (address->socket_address.ss_family == AF_INET) {
        const struct sockaddr_in *four = (const struct sockaddr_in *)&address->socket_address;
        inet_ntop(AF_INET, &four->sin_addr, name, sizeof(name));
        snprintf(out, ADDRESS_TEXT, "%s:%u", name, ntohs(four->sin_port));
    } else {
        const struct sockaddr_in6 *six = (const struct sockaddr_in6 *)&address->socket_address;
        inet_ntop(AF_INET6, &six->sin6_addr, name, sizeof(name));
        snprintf(out, ADDRESS_TEXT, "[%s]:%u", name, ntohs(six->sin6_port));
    }
}

enum status listen_open(struct address *address, int *listener, struct error *error)
{
    char text[ADDRESS_TEXT];
    address_format(address, text);
    int one = 1;
    int opened = socket(address->socket_address.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (opened < 0 || setsockopt(opened, SOL_SOCKET, SO_REUSEADDR, &one, sizeof(one)) != 0 ||
        bind(opened, (const struct sockaddr *)&address->socket_address, address->size) != 0 ||
        listen(opened, SOMAXCONN) != 0 ||
        getsockname(opened, (struct sockaddr *)&address->socket_address, &address->size) != 0) {
        int reason = errno;
        if (opened >= 0) {
            close(opened);
        }
        return error_set(error, ERR_IO, NULL, "cannot listen on %s: %s", text, strerror(reason));
    }
    *listener = opened;
    return OK;
}
