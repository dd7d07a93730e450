/** Prerequisites of update servers, as a kind of object. Missing ones become manual steps. */
@NullMarked
package dev.garrison.wsus.server;

import org.jspecify.annotations.NullMarked;
