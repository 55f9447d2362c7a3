window.recorder='1.10.0';
