/** Functions of an update server: synchronization, approvals, groups, downloads, and reports. */
@NullMarked
package dev.garrison.lab.wsus.work;

import org.jspecify.annotations.NullMarked;
