# Bundles the page: web/dist from web/src, by npm.  A machine without npm, or without a way to its packages, still gets
# a server: with a page that says what is missing.
#   cmake -DWEB=web -DNPM=/usr/bin/npm -DSTAMP=... -P build-page.cmake
include(${CMAKE_CURRENT_LIST_DIR}/../lib/tools/npm_ci.cmake)

function(missing reason)
  message(WARNING "The page is not built: ${reason}  The server answers its HTTP interface all the same.")
  file(REMOVE_RECURSE ${WEB}/dist)
  file(WRITE ${WEB}/dist/index.html
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Dateline</title>"
    "<h1>Dateline</h1><p>This server was built without its page: ${reason} "
    "Its data is at <a href=\"/api/v1/events\">/api/v1/events</a>.</p></html>\n")
endfunction()

if(NOT NPM)
  missing("npm was not found.")
  return()
endif()

npm_ci(${NPM} ${WEB} failed)
if(failed)
  missing("npm ci failed.")
  return()
endif()
execute_process(COMMAND ${NPM} run --silent build WORKING_DIRECTORY ${WEB} RESULT_VARIABLE failed)
if(failed)
  message(FATAL_ERROR "npm run build failed in ${WEB}")
endif()
# Only now: without the stamp the next build tries again.
file(TOUCH ${STAMP})
