@NullMarked
package dev.garrison.cli.catalog;

import org.jspecify.annotations.NullMarked;
