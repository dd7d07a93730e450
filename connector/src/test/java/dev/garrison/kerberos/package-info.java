@NullMarked
package dev.garrison.kerberos;

import org.jspecify.annotations.NullMarked;
