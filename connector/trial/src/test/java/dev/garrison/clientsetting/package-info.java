/** The client-setting route from manifest to servers, against the lab. */
@NullMarked
package dev.garrison.clientsetting;

import org.jspecify.annotations.NullMarked;
