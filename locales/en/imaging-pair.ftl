# May two photographs be compared? What was held against each other, and what makes the next pair better.

pair-view = View
pair-view-advice = Take the same view both times.
pair-overlap = The same place
pair-overlap-advice = Show the same place on both photographs, as a whole; lay the first one over the screen of the camera.
pair-yaw = Turn of the head
pair-yaw-advice = Have the client look into the lens as on the first photograph; lay the first one over the screen of the camera.
pair-pitch = Chin up or down
pair-pitch-advice = Put the camera at the same height and have the chin held as on the first photograph.
pair-scale = Size of the face
pair-scale-advice = Take it from the same distance with the same zoom.
pair-distance = Distance of the camera
pair-distance-advice = Mark the places of chair and stand on the floor.
pair-expression = Expression
pair-expression-advice = Ask for the same calm face.
pair-light-direction = Likeness of the relief
pair-light-direction-advice = Leave lamps and chair in their places: light from elsewhere draws other relief. If they stood where they were, come nearer with the camera, or the relief itself has changed. Very little likeness may also mean that these are two people.
pair-light-side = Light from one side
pair-light-side-advice = Keep both lamps equally bright and equally far.
pair-light-colour = Colour of the light
pair-light-colour-advice = Use the same lamps, keep daylight out, and fix the white balance or photograph a colour card.
pair-exposure = Brightness
pair-exposure-advice = Fix the exposure of the camera.
pair-blur = Blur of one against the other
pair-blur-advice = Touch the cheek on the screen to focus, use a stand and the self-timer.
pair-camera = Camera and its settings
pair-camera-advice = Use the same camera, lens and mode both times.
pair-time-of-day = Time of day
pair-time-of-day-advice = Photograph at about the same hour.

pair-point-position = The same position of the head
pair-point-expression = The same calm expression
pair-point-light = The same light
pair-point-background = The same plain background
pair-point-zoom = The same distance and zoom
pair-point-make-up = No make-up
pair-point-views = The same views
pair-point-timing = The same time of day
pair-point-description = Products, health and sun are written down

align-no-skin = There is too little skin in common to lay one photograph onto the other.
align-nothing-in-common = Nothing was found that both photographs show.
align-other-light = The light came from another side: pores, lines and relief are not compared.
