# Installs what package-lock.json in `folder` pins, only when the list changed since: it takes longest.  `failed` is then
# true when npm could not.
function(npm_ci npm folder failed)
  set(installed ${folder}/node_modules/.package-lock.json)
  set(${failed} FALSE PARENT_SCOPE)
  if(NOT EXISTS ${installed} OR ${folder}/package-lock.json IS_NEWER_THAN ${installed})
    execute_process(COMMAND ${npm} ci --no-fund --no-audit --loglevel=error WORKING_DIRECTORY ${folder}
                    RESULT_VARIABLE result)
    if(result)
      set(${failed} TRUE PARENT_SCOPE)
    else()
      file(TOUCH ${installed})
    endif()
  endif()
endfunction()
