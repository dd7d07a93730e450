@NullMarked
package dev.garrison.server.api;

import org.jspecify.annotations.NullMarked;
