@NullMarked
package dev.garrison.survey.live;

import org.jspecify.annotations.NullMarked;
