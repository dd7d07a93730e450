@NullMarked
package dev.garrison.connection.kerberos;

import org.jspecify.annotations.NullMarked;
