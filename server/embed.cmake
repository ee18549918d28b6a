# Writes a C file that holds the files of FOLDERS as const data:
#   cmake -DOUTPUT=assets.c -DFOLDERS=web/dist;server/assets -P embed.cmake
# The assembler reads the bytes (.incbin), so that large files cost the compiler nothing.
set(symbols "")
set(rows "")
set(number 0)
foreach(folder IN LISTS FOLDERS)
  file(GLOB_RECURSE files RELATIVE ${folder} ${folder}/*)
  list(SORT files)
  foreach(file IN LISTS files)
    file(SHA256 ${folder}/${file} hash)
    string(SUBSTRING ${hash} 0 16 hash)
    string(APPEND symbols
      "__asm__(\".section .rodata\\n\"\n"
      "        \"asset_${number}_begin: .incbin \\\"${folder}/${file}\\\"\\n\"\n"
      "        \"asset_${number}_end: .byte 0\\n\"\n"
      "        \".previous\\n\"); /* ${hash} */\n"
      "extern const char asset_${number}_begin[], asset_${number}_end[];\n")
    string(APPEND rows "    {\"${file}\", \"\\\"${hash}\\\"\", asset_${number}_begin, asset_${number}_end},\n")
    math(EXPR number "${number} + 1")
  endforeach()
endforeach()
file(WRITE ${OUTPUT}
  "/* Made by server/embed.cmake. */\n#include \"server/assets.h\"\n\n${symbols}\n"
  "const struct asset embedded_assets[] = {\n${rows}};\n"
  "const size_t embedded_asset_count = ${number};\n")
