/** What an auditor is handed: how the servers are, what was left out, and what was changed. */
@NullMarked
package dev.garrison.evidence;

import org.jspecify.annotations.NullMarked;
