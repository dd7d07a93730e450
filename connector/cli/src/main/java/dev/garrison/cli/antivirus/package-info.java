/** {@code garrison antivirus} and what it prints. */
@NullMarked
package dev.garrison.cli.antivirus;

import org.jspecify.annotations.NullMarked;
