package dev.sightline.vision.scanner;

import dev.sightline.auth.UserView;
import java.util.List;

/** Who made scanners. */
record CreatorsView(List<UserView> creators) {}
