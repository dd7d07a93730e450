package dev.garrison.lab.wsus.catalogue;

/**
 * A file of an update.
 *
 * @param digest SHA-1 in base64
 */
public record UpdateFile(String name, long size, String digest) {}
