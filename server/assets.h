/* Files that were embedded when the program was built: the page and the description of the interface. */
#ifndef SERVER_ASSETS_H
#define SERVER_ASSETS_H

#include "server/request.h"

struct asset {
    const char *path; /* "index.html", "assets/dateline.js" */
    const char *etag; /* with its quotes */
    const char *begin, *end;
};

/* Made by embed.cmake. */
extern const struct asset embedded_assets[];
extern const size_t embedded_asset_count;

/* Answers with the embedded file of that path, 304 when the client has it already, or 404. */
void asset_reply(struct request *request, const char *path);
/* The same with a file of the folder; only names of A-Za-z0-9._- without a leading full stop are looked for.
 */
void asset_reply_from(struct request *request, const char *folder, const char *path);

#endif
