#include "merging.h"

#include "merging_version.h"

enum status merging_is_present(struct connection *connection, bool *present, struct error *error)
{
    struct use use;
    bool found;
    use_begin(&use, connection, SQL_MERGING_READ);
    enum status status = use_row(&use, &found, error);
    *present = status == OK && found && str_equal(column_str(&use), STR(MERGING_VERSION));
    use_end(&use);
    return status;
}

enum status merging_set(struct connection *connection, bool present, struct error *error)
{
    struct use use;
    use_begin(&use, connection, SQL_MERGING_SET);
    use_str(&use, present ? STR(MERGING_VERSION) : STR(""));
    return use_run(&use, error);
}

enum status merging_begin(struct connection *connection, struct error *error)
{
    struct use use;
    bool found;
    bool present = false;
    int64_t reports = 0;
    enum status status = merging_is_present(connection, &present, error);
    if (status != OK || present) {
        return status;
    }
    use_begin(&use, connection, SQL_SIZE);
    status = use_row(&use, &found, error);
    if (status == OK && found) {
        (void)column_int64(&use);
        reports = column_int64(&use);
    }
    use_end(&use);
    return status == OK ? merging_set(connection, reports == 0, error) : status;
}
