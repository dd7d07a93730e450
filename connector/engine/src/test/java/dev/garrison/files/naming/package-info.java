@NullMarked
package dev.garrison.files.naming;

import org.jspecify.annotations.NullMarked;
