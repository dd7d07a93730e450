package dev.garrison.catalog;

/**
 * What matters when an update is installed.
 *
 * @param content how far this server is with its files
 * @param licence its licence terms
 * @param canRequestUserInput whether it may ask a person; WSUS then takes no deadline
 * @param onlyInBundle whether it is a part of another update and never approved by itself
 */
public record Installation(
    ContentState content, Licence licence, boolean canRequestUserInput, boolean onlyInBundle) {}
