/**
 * The command {@code garrison catalog}, which exports and compares the sensor updates of a server.
 */
@NullMarked
package dev.garrison.cli.catalog;

import org.jspecify.annotations.NullMarked;
