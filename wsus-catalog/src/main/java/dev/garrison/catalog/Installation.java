package dev.garrison.catalog;

/**
 * Properties of an update that matter for its installation.
 *
 * @param content download state of its files on this server
 * @param licence its license terms
 * @param canRequestUserInput whether it may ask a person; WSUS then accepts no deadline
 * @param onlyInBundle whether it is a part of another update and never approved separately
 */
public record Installation(
    ContentState content, Licence licence, boolean canRequestUserInput, boolean onlyInBundle) {}
