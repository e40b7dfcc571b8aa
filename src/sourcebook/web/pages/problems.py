"""What a page says where it can't be shown; the API keeps its own words."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import FastAPI, Request, Response
from fastapi.exception_handlers import http_exception_handler, request_validation_exception_handler
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from sourcebook.errors import NotReady, SourcebookError
from sourcebook.web.answering import status_of, told
from sourcebook.web.pages.rendering import problem
from sourcebook.web.security import API

AGAIN = 3
"""When a page that is not ready asks again. Unit: seconds."""

SAID: dict[int, str] = {
    HTTPStatus.NOT_FOUND: "The desk has no page under this address.",
    HTTPStatus.METHOD_NOT_ALLOWED: "This page can’t be asked for like this.",
    HTTPStatus.INTERNAL_SERVER_ERROR: "Something inside went wrong. What was decided before is kept.",
}
"""What is said of a fault that no words of our own came with."""


def tell_problems(app: FastAPI) -> None:
    """Have errors under a page told as a page."""
    app.add_exception_handler(SourcebookError, _ours)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(Exception, _inside)


def _of_api(request: Request) -> bool:
    return request.url.path.startswith((API, "/static/"))


async def _ours(request: Request, fault: Exception) -> Response:
    assert isinstance(fault, SourcebookError)  # noqa: S101 - it is registered for these alone
    if _of_api(request):
        return told(request, fault)
    again = AGAIN if isinstance(fault, NotReady) else 0
    return problem(request.url.path, status_of(fault), str(fault), again)


async def _http(request: Request, fault: Exception) -> Response:
    assert isinstance(fault, HTTPException)  # noqa: S101 - it is registered for these alone
    if _of_api(request):
        return await http_exception_handler(request, fault)
    why = SAID.get(fault.status_code, HTTPStatus(fault.status_code).phrase)
    return problem(request.url.path, fault.status_code, why)


async def _invalid(request: Request, fault: Exception) -> Response:
    assert isinstance(fault, RequestValidationError)  # noqa: S101 - it is registered for these alone
    if _of_api(request):
        return await request_validation_exception_handler(request, fault)
    first = fault.errors()[0]
    field = [one for one in first["loc"] if isinstance(one, str)][-1]
    why = first["msg"].replace("Input should", "it should").replace("'", "")
    return problem(request.url.path, 400, f"{field} can’t be “{first['input']}”: {why}")


async def _inside(request: Request, _fault: Exception) -> Response:
    """Tell of a fault of the desk itself; the server still writes it down."""
    why = SAID[HTTPStatus.INTERNAL_SERVER_ERROR]
    return JSONResponse({"detail": why}, 500) if _of_api(request) else problem(request.url.path, 500, why)
