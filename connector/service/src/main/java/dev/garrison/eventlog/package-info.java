/**
 * Entries in the Event Log of Windows: what a monitor watches without reading Garrison's own log.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/eventlog/event-logging">Event logging</a>
 */
@NullMarked
package dev.garrison.eventlog;

import org.jspecify.annotations.NullMarked;
