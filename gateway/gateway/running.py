"""What one gateway process holds while it runs, and how its parts come up and go down."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import Depends, FastAPI, Request
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from chassis.db import now
from chassis.identity import Verifier
from chassis.settings import Settings, load
from gateway.accounts.passwords import Passwords
from gateway.authenticators.oidc.provider import Provider, Registered
from gateway.authenticators.passkeys.ceremony import Ceremony
from gateway.clients import internal
from gateway.clients.live import LiveClients
from gateway.contract.source import Contracts
from gateway.edge import table
from gateway.edge.budgets import Budgets
from gateway.edge.caller import Callers
from gateway.edge.guard import Guard, flagged
from gateway.edge.minting import Mint
from gateway.edge.proxy import Proxy
from gateway.edge.security import Security
from gateway.keys.ring import KeyRing
from gateway.moves.lineage import Lineage
from gateway.sessions.hearing import hear
from gateway.sessions.live import LiveSessions
from gateway.sessions.signing_in import Proving
from gateway.settings import GatewaySettings
from gateway.spa.files import Pages
from gateway.webhooks.dispatch import Dispatcher
from gateway.webhooks.models import Webhook

OWN_AUDIENCE = "gateway"


class Running:
    """One process's parts. Everything that two replicas must agree on is in the database."""

    sessions: async_sessionmaker[AsyncSession]
    hearing: asyncio.Task[None]

    def __init__(self, settings: GatewaySettings, chassis: Settings) -> None:
        self.settings, self.issuer = settings, chassis.issuer
        self.is_demonstration = chassis.demonstration
        self.database_url = chassis.database_url
        if not self.is_demonstration:
            settings.refuse_test_switches()
        settings.refuse_half_a_provider(production=not self.is_demonstration)
        self.table = table.load()
        self.ring = KeyRing(settings.sealer("signing-keys"))
        self.passwords = Passwords()
        self.passkeys = Ceremony(settings.origin, settings.derived("passkeys"))
        self.oidc, self.oidc_key = provider(settings), settings.derived("oidc")
        self.sealer = settings.sealer("one-time-codes")
        self.proving = Proving(self.passwords, self.sealer, settings)
        self.live_sessions = LiveSessions(*settings.each_derived("csrf"))
        self.live_clients = LiveClients(self.ring, settings.origin, chassis.issuer)
        asks_otp = (
            not chassis.demonstration if settings.require_otp is None else settings.require_otp
        )
        self.guard = Guard(flagged(), asks_otp=asks_otp, minutes=settings.step_up_minutes)
        self.lineage = Lineage()
        self.mint = Mint(self.ring, self.lineage, chassis.issuer)
        self.callers = Callers(settings, self.live_sessions, self.live_clients)
        self.budgets = Budgets(chassis.mode, settings.budgets)
        self.proxy = Proxy(self.table.urls)
        self.security = Security(settings.origin)
        self.pages = Pages(settings.spa_dir)
        self.contracts = Contracts(self.proxy, self.table, settings.contracts_dir)
        self.safe = settings.sealer("webhooks")

    def webhook_secrets(self, webhook: Webhook) -> list[bytes]:
        """The secrets that sign now: while one is being replaced, the old one too."""
        name = str(webhook.id).encode()
        sealed = [webhook.sealed]
        if webhook.sealed_before is not None and (webhook.before_until or now()) > now():
            sealed.append(webhook.sealed_before)
        return [self.safe.open(name, one) for one in sealed]

    async def start(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self.sessions = sessions
        parts = (self.ring, self.lineage, self.live_sessions, self.live_clients, self.proving)
        for part in parts:
            part.sessions = sessions
        await self.ring.refresh()
        async with sessions.begin() as tx:
            if not self.is_demonstration:
                await internal.refuse_demonstration(tx)
            await internal.ensure(tx)
        await self.proxy.start()
        forget = self.live_sessions.forget_account, self.live_sessions.known.clear
        self.hearing = asyncio.create_task(hear(self.database_url, *forget))

    async def stop(self) -> None:
        self.hearing.cancel()
        await asyncio.gather(self.hearing, return_exceptions=True)
        await self.proxy.stop()
        self.passwords.close()


def provider(settings: GatewaySettings) -> Provider | None:
    """The provider that one may sign in at, if there is one."""
    if not settings.oidc_issuer:
        return None
    told = Registered(
        settings.oidc_issuer,
        settings.oidc_client_id,
        settings.oidc_client_secret,
        settings.oidc_name,
        settings.oidc_strong,
    )
    return Provider(told, settings.origin)


async def _dispatch(running: Running, chassis: Settings, stop: asyncio.Event) -> None:
    if running.settings.webhook_dispatch:
        await Dispatcher(running, chassis.database_url, chassis.event_prefix).run(stop)


def install(own: FastAPI) -> None:
    """Let the parts live inside the lifespan that the chassis gives our own application."""
    inner = own.router.lifespan_context

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        chassis: Settings | None = getattr(app.state, "settings", None)
        if chassis is None:
            chassis = app.state.settings = load("gateway")
        running = Running(GatewaySettings(), chassis)
        app.state.running = running
        # Its own tokens are checked against its own keys, without a trip over the network.
        app.state.verifier = Verifier(chassis.issuer, OWN_AUDIENCE, running.ring.fetch)
        async with inner(app):
            await running.start(app.state.sessions)
            stop = asyncio.Event()
            duty = asyncio.create_task(_dispatch(running, chassis, stop))
            try:
                yield
            finally:
                stop.set()
                await asyncio.wait([duty], timeout=5)
                duty.cancel()
                await asyncio.gather(duty, return_exceptions=True)
                await running.stop()

    own.router.lifespan_context = lifespan


async def here(request: Request) -> Running:
    running: Running = request.app.state.running
    return running


Here = Annotated[Running, Depends(here)]
