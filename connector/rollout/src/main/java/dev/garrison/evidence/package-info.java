/** Evidence for an auditor: server status, exceptions and changes of one manifest. */
@NullMarked
package dev.garrison.evidence;

import org.jspecify.annotations.NullMarked;
