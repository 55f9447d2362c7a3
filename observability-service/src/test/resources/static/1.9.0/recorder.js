window.recorder='1.9.0';
