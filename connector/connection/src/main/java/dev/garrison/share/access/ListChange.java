package dev.garrison.share.access;

import dev.garrison.files.acl.AccessList;
import dev.garrison.share.SharePath;

/** A planned change of the access list of one file or folder. */
public record ListChange(SharePath path, AccessList before, AccessList after) {}
