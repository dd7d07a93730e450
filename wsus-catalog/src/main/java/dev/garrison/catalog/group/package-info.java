/** Models the computer groups of a WSUS server, and determines the effect of approvals on them. */
@NullMarked
package dev.garrison.catalog.group;

import org.jspecify.annotations.NullMarked;
