package dev.garrison.share.access;

import dev.garrison.share.SharePath;

/** Another access list for one file or folder. */
public record ListChange(SharePath path, AccessList before, AccessList after) {}
