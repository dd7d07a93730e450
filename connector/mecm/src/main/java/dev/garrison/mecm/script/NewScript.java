package dev.garrison.mecm.script;

/**
 * A script to be created. It is PowerShell and takes no parameters.
 *
 * @param guid in upper case
 * @param author the name that the console shows as author
 * @param content the bytes in Base64; UTF-16 with its byte order mark, as Microsoft's sample sends
 *     it
 */
public record NewScript(String guid, String name, String author, String content) {}
