/**
 * What an update is: its identity, what a server says of it, and what it supersedes. No network, no
 * import of the connector.
 */
@NullMarked
package dev.garrison.catalog;

import org.jspecify.annotations.NullMarked;
