# DATELINE_PROFILE: what reads text is optimised by a profile of reading text, and across its files.
#   cmake -B RECORDING -DDATELINE_PROFILE=record && cmake --build RECORDING --target profile
#   cmake -B build -DDATELINE_PROFILE=RECORDING/profile && cmake --build build
# A function that was changed since is compiled without a profile, as if nothing were known of it.
if(NOT CMAKE_C_COMPILER_ID STREQUAL "GNU")
  message(FATAL_ERROR "DATELINE_PROFILE needs gcc, whose way of recording it is; this is ${CMAKE_C_COMPILER_ID}.")
endif()
if(DATELINE_SANITIZE OR DATELINE_FUZZ)
  message(FATAL_ERROR "DATELINE_PROFILE goes with neither DATELINE_SANITIZE nor DATELINE_FUZZ.")
endif()

# The paths of the objects in the profile are those below the build folder, which may be another one.
set(options -fprofile-prefix-path=${PROJECT_BINARY_DIR})
set(across_files OFF)
if(DATELINE_PROFILE STREQUAL "record")
  set(profile ${PROJECT_BINARY_DIR}/profile)
  # Atomic, so that a server that was built so may record as well, with many threads.
  list(APPEND options -fprofile-generate=${profile} -fprofile-update=atomic)
  # The text of the benchmark, and some more like what is posted.  How slow that was concerns nobody.
  add_custom_target(profile
                    COMMAND ${CMAKE_COMMAND} -E rm -rf ${profile}
                    COMMAND bench_claims - 1 > ${profile}.log
                    COMMAND bench_claims ${PROJECT_SOURCE_DIR}/tests/bench/training.txt 1 >> ${profile}.log
                    COMMENT "Recording a profile of reading text in ${profile}" VERBATIM)
else()
  get_filename_component(profile ${DATELINE_PROFILE} ABSOLUTE BASE_DIR ${PROJECT_SOURCE_DIR})
  file(GLOB recorded ${profile}/*.gcda)
  if(NOT recorded)
    message(FATAL_ERROR "DATELINE_PROFILE is a folder with a profile, or record; there is none in ${profile}.")
  endif()
  list(APPEND options -fprofile-use=${profile} -Wno-missing-profile -Wno-coverage-mismatch)
  include(CheckIPOSupported)
  check_ipo_supported(RESULT across_files LANGUAGES C)
endif()

foreach(module base lang text timex place report ingest)
  target_compile_options(${module} PRIVATE ${options})
  set_target_properties(${module} PROPERTIES INTERPROCEDURAL_OPTIMIZATION ${across_files})
  if(DATELINE_PROFILE STREQUAL "record")
    target_link_options(${module} INTERFACE -fprofile-generate)
  endif()
  # The tables of words, rules and places have no code, and would take the linker half a minute.
  get_target_property(sources ${module} SOURCES)
  list(FILTER sources INCLUDE REGEX "^${PROJECT_BINARY_DIR}/")
  set_source_files_properties(${sources} TARGET_DIRECTORY ${module} PROPERTIES COMPILE_OPTIONS -fno-lto)
endforeach()
