/** The HTTP server of the service: what it takes in and what it lets nobody see. */
@NullMarked
package dev.garrison.server;

import org.jspecify.annotations.NullMarked;
