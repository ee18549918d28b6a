/* What an operator asks: alive, ready, which version, which interface. */
#include "ingest/ingest.h"
#include "server/assets.h"
#include "server/routes.h"

static void reply_state(struct request *request, const char *state)
{
    struct json_writer writer;
    reply_json(&request->reply, MHD_HTTP_OK, &writer);
    json_object_begin(&writer);
    json_member_text(&writer, "status", state);
    json_object_end(&writer);
}

void handle_health(struct request *request)
{
    reply_state(request, "alive");
}

void handle_ready(struct request *request)
{
    struct error error = {0};
    enum status status = store_ready(request->server->store, &error);
    if (status == OK && atomic_load(&request->server->stopping)) {
        status = error_set(&error, ERR_BUSY, NULL, "stopping");
    }
    if (status != OK) {
        reply_error(&request->reply, status, &error);
        return;
    }
    reply_state(request, "ready");
}

void handle_version(struct request *request)
{
    struct store_info info = {0};
    struct error error = {0};
    enum status status = store_info(request->server->store, &info, &error);
    if (status != OK) {
        reply_error(&request->reply, status, &error);
        return;
    }
    struct json_writer writer;
    reply_json(&request->reply, MHD_HTTP_OK, &writer);
    json_object_begin(&writer);
    json_member_text(&writer, "program", DATELINE_VERSION);
    json_member_int(&writer, "schema", info.schema);
    json_member_text(&writer, "rules", ingest_rules_version());
    json_member_int(&writer, "older_rules", (int64_t)info.older);
    json_member_text(&writer, "places",
                     "GeoNames (https://www.geonames.org), CC BY 4.0, and tables of the project");
    json_object_end(&writer);
}

static void reply_reprocessing(struct request *request, unsigned status)
{
    struct store_reprocessing state;
    struct error error = {0};
    if (store_reprocess_state(request->server->store, &state, &error) != OK) {
        reply_error(&request->reply, error.status, &error);
        return;
    }
    struct json_writer writer;
    reply_json(&request->reply, status, &writer);
    reprocess_write_state(&writer, &state);
}

void handle_get_reprocess(struct request *request)
{
    reply_reprocessing(request, MHD_HTTP_OK);
}

/* One that runs already is as good as a new one. */
void handle_start_reprocess(struct request *request)
{
    struct error error = {0};
    enum status status = reprocess_start(&request->server->reprocess, &error);
    if (status != OK && status != ERR_CONFLICT) {
        reply_error(&request->reply, status, &error);
        return;
    }
    reply_reprocessing(request, MHD_HTTP_ACCEPTED);
    reply_header(&request->reply, MHD_HTTP_HEADER_LOCATION, "/api/v1/reprocess");
}

void handle_openapi(struct request *request)
{
    asset_reply(request, "openapi.json");
}
