/**
 * Models updates: their identity, their status on a server, and the updates that they supersede. No
 * network, no import of the connector.
 */
@NullMarked
package dev.garrison.catalog;

import org.jspecify.annotations.NullMarked;
