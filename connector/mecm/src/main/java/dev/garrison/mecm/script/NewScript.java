package dev.garrison.mecm.script;

/**
 * A script to be made. It is PowerShell and takes no parameters.
 *
 * @param guid in upper case
 * @param author who the console shows as author
 * @param content the bytes in Base64; UTF-16 with its mark, as Microsoft's sample sends it
 */
public record NewScript(String guid, String name, String author, String content) {}
