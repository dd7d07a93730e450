@NullMarked
package dev.garrison.cli.page;

import org.jspecify.annotations.NullMarked;
