@NullMarked
package dev.garrison.cli.readiness;

import org.jspecify.annotations.NullMarked;
