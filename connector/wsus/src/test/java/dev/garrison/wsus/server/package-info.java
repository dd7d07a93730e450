@NullMarked
package dev.garrison.wsus.server;

import org.jspecify.annotations.NullMarked;
