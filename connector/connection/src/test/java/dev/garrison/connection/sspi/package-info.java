@NullMarked
package dev.garrison.connection.sspi;

import org.jspecify.annotations.NullMarked;
