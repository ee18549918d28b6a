# Compiles lib/lang/*/clutter.txt; CLUTTER_SOURCE is then the C file with the tables of all languages.
file(GLOB files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/lib/lang/*/clutter.txt)
set(arguments)
foreach(file IN LISTS files)
  get_filename_component(folder ${file} DIRECTORY)
  get_filename_component(tag ${folder} NAME)
  list(APPEND arguments ${tag}=${file})
endforeach()
set(CLUTTER_SOURCE ${CMAKE_CURRENT_BINARY_DIR}/clutter_tables.c)
add_executable(clutter_compiler ${PROJECT_SOURCE_DIR}/lib/tools/clutter.c)
add_custom_command(OUTPUT ${CLUTTER_SOURCE}
                   COMMAND clutter_compiler ${CLUTTER_SOURCE} ${arguments}
                   DEPENDS clutter_compiler ${files}
                   COMMENT "Compiling the words that mark clutter")
