/** State of one update server: updates, approvals, groups, computers, settings, and history. */
@NullMarked
package dev.garrison.lab.wsus.state;

import org.jspecify.annotations.NullMarked;
