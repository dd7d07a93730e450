@NullMarked
package dev.garrison.cli.antivirus;

import org.jspecify.annotations.NullMarked;
