@NullMarked
package dev.garrison.cli.detection;

import org.jspecify.annotations.NullMarked;
