/** What an update is: identity and versions. No network, no import of the connector. */
@NullMarked
package dev.garrison.catalog;

import org.jspecify.annotations.NullMarked;
