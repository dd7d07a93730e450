@NullMarked
package dev.garrison.cli.lab;

import org.jspecify.annotations.NullMarked;
