package dev.garrison.content.access;

import dev.garrison.content.share.SharePath;

/** Another access list for one file or folder. */
public record ListChange(SharePath path, AccessList before, AccessList after) {}
