@NullMarked
package dev.garrison.manifest.operatingsystem;

import org.jspecify.annotations.NullMarked;
