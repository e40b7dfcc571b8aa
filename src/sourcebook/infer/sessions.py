"""Opening a graph with ONNX Runtime."""

from __future__ import annotations

from pathlib import Path

import onnxruntime


def opened(path: Path, threads: int) -> onnxruntime.InferenceSession:
    """
    Return a session of a graph, sparing of memory: nothing is kept between two runs.

    Args:
        path: The graph.
        threads: Threads inside an operation; 0 for one for every core. None waits busily for the next operation: what
            comes between two of them needs its core.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    options.enable_mem_pattern = False
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(str(path), options, ["CPUExecutionProvider"])
