using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Turna.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "cases_canned_text",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    retired_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_canned_text", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cases_case",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    team = table.Column<Guid>(type: "uuid", nullable: false),
                    responsible = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    sensitivity = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    stage_since = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    recovered_minor = table.Column<long>(type: "bigint", nullable: true),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    in_danger = table.Column<bool>(type: "boolean", nullable: false),
                    medical_window_ends_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    person_link = table.Column<byte[]>(type: "bytea", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    content_revision = table.Column<int>(type: "integer", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_case", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "data_job",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    member = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    progress = table.Column<int>(type: "integer", nullable: false),
                    total = table.Column<int>(type: "integer", nullable: false),
                    cancel_asked = table.Column<bool>(type: "boolean", nullable: false),
                    problem = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    finished_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_job", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "data_operation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_operation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "evidence_fact",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    team = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    record = table.Column<byte[]>(type: "bytea", nullable: false),
                    person = table.Column<byte[]>(type: "bytea", nullable: true),
                    sex = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    age_band = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    oblast = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    destination = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true),
                    subtype = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    topics = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    guarded = table.Column<bool>(type: "boolean", nullable: false),
                    recovered_minor = table.Column<long>(type: "bigint", nullable: true),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence_fact", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ledger_checkpoint",
                columns: table => new
                {
                    size = table.Column<long>(type: "bigint", nullable: false),
                    root = table.Column<byte[]>(type: "bytea", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    note = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ledger_checkpoint", x => x.size);
                });

            migrationBuilder.CreateTable(
                name: "ledger_leaf",
                columns: table => new
                {
                    index = table.Column<long>(type: "bigint", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    act = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    actor = table.Column<byte[]>(type: "bytea", nullable: false),
                    body = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ledger_leaf", x => x.index);
                });

            migrationBuilder.CreateTable(
                name: "ledger_mention",
                columns: table => new
                {
                    @object = table.Column<byte[]>(name: "object", type: "bytea", nullable: false),
                    index = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ledger_mention", x => new { x.@object, x.index });
                });

            migrationBuilder.CreateTable(
                name: "ledger_tree",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    edge = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ledger_tree", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "members_organisation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    time_zone = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_members_organisation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "people_attachment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    owner = table.Column<byte[]>(type: "bytea", nullable: false),
                    added_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    added_by = table.Column<Guid>(type: "uuid", nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    caption = table.Column<byte[]>(type: "bytea", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people_attachment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "people_consent",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    holder = table.Column<byte[]>(type: "bytea", nullable: false),
                    purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    given_on = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn_on = table.Column<DateOnly>(type: "date", nullable: true),
                    detail = table.Column<byte[]>(type: "bytea", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people_consent", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "people_journey",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    traveller = table.Column<byte[]>(type: "bytea", nullable: false),
                    destination = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    sector = table.Column<string>(type: "character varying(1)", maxLength: 1, nullable: true),
                    found_by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    contract = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    stay = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    detail = table.Column<byte[]>(type: "bytea", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    content_revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people_journey", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "people_key",
                columns: table => new
                {
                    token = table.Column<byte[]>(type: "bytea", nullable: false),
                    reference = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people_key", x => new { x.token, x.reference });
                });

            migrationBuilder.CreateTable(
                name: "people_person",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    team = table.Column<Guid>(type: "uuid", nullable: true),
                    sensitivity = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    registered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    keep_until = table.Column<DateOnly>(type: "date", nullable: false),
                    warned_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    content_revision = table.Column<int>(type: "integer", nullable: false),
                    identity = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people_person", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "people_relation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    of = table.Column<byte[]>(type: "bytea", nullable: false),
                    to = table.Column<byte[]>(type: "bytea", nullable: true),
                    detail = table.Column<byte[]>(type: "bytea", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    content_revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people_relation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "people_twin",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    pair = table.Column<byte[]>(type: "bytea", nullable: false),
                    one = table.Column<byte[]>(type: "bytea", nullable: false),
                    other = table.Column<byte[]>(type: "bytea", nullable: false),
                    one_reference = table.Column<byte[]>(type: "bytea", nullable: false),
                    other_reference = table.Column<byte[]>(type: "bytea", nullable: false),
                    decision = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people_twin", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "vault_circle",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    generation = table.Column<int>(type: "integer", nullable: false),
                    intake_public_key = table.Column<byte[]>(type: "bytea", nullable: false),
                    sealed_intake_key = table.Column<byte[]>(type: "bytea", nullable: false),
                    rotation_due = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vault_circle", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "vault_circle_key",
                columns: table => new
                {
                    circle = table.Column<Guid>(type: "uuid", nullable: false),
                    generation = table.Column<int>(type: "integer", nullable: false),
                    member = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    sealed_key = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vault_circle_key", x => new { x.circle, x.generation, x.member });
                });

            migrationBuilder.CreateTable(
                name: "vault_draft",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    member = table.Column<Guid>(type: "uuid", nullable: false),
                    sealed_text = table.Column<byte[]>(type: "bytea", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vault_draft", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "vault_erasure",
                columns: table => new
                {
                    subject = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vault_erasure", x => x.subject);
                });

            migrationBuilder.CreateTable(
                name: "vault_grant",
                columns: table => new
                {
                    subject = table.Column<Guid>(type: "uuid", nullable: false),
                    holder = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    generation = table.Column<int>(type: "integer", nullable: false),
                    epoch = table.Column<int>(type: "integer", nullable: false),
                    sealed_key = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vault_grant", x => new { x.subject, x.holder });
                });

            migrationBuilder.CreateTable(
                name: "vault_member_key",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    public_key = table.Column<byte[]>(type: "bytea", nullable: false),
                    sealed_private_key = table.Column<byte[]>(type: "bytea", nullable: false),
                    derivation = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vault_member_key", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "vault_organisation_key",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    recovery_public_key = table.Column<byte[]>(type: "bytea", nullable: false),
                    sealed_index_keys = table.Column<byte[]>(type: "bytea", nullable: true),
                    generation = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vault_organisation_key", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "vault_session",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "bytea", nullable: false),
                    member = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    sealed_keys = table.Column<byte[]>(type: "bytea", nullable: false),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    seen_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vault_session", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cases_consultation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    team = table.Column<Guid>(type: "uuid", nullable: false),
                    member = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    logged_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    channel = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    country = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true),
                    language = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    asker = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    topics = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: true),
                    sensitivity = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    @case = table.Column<Guid>(name: "case", type: "uuid", nullable: true),
                    person_link = table.Column<byte[]>(type: "bytea", nullable: true),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    content_revision = table.Column<int>(type: "integer", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_consultation", x => x.id);
                    table.ForeignKey(
                        name: "FK_cases_consultation_cases_case_case",
                        column: x => x.@case,
                        principalTable: "cases_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cases_entry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    @case = table.Column<Guid>(name: "case", type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    member = table.Column<Guid>(type: "uuid", nullable: false),
                    stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    to = table.Column<Guid>(type: "uuid", nullable: true),
                    text = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_entry", x => x.id);
                    table.ForeignKey(
                        name: "FK_cases_entry_cases_case_case",
                        column: x => x.@case,
                        principalTable: "cases_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cases_named_member",
                columns: table => new
                {
                    @case = table.Column<Guid>(name: "case", type: "uuid", nullable: false),
                    member = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_named_member", x => new { x.@case, x.member });
                    table.ForeignKey(
                        name: "FK_cases_named_member_cases_case_case",
                        column: x => x.@case,
                        principalTable: "cases_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cases_service",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    @case = table.Column<Guid>(name: "case", type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    member = table.Column<Guid>(type: "uuid", nullable: false),
                    quantity = table.Column<int>(type: "integer", nullable: false),
                    cost_minor = table.Column<long>(type: "bigint", nullable: true),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    logged_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    remark = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_service", x => x.id);
                    table.ForeignKey(
                        name: "FK_cases_service_cases_case_case",
                        column: x => x.@case,
                        principalTable: "cases_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "members_member",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    sign_in_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    sealed_totp = table.Column<byte[]>(type: "bytea", nullable: true),
                    last_totp_step = table.Column<long>(type: "bigint", nullable: false),
                    ticket_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    ticket_ends_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    failed_sign_ins = table.Column<int>(type: "integer", nullable: false),
                    locked_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    suspended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_members_member", x => x.id);
                    table.ForeignKey(
                        name: "FK_members_member_members_organisation_organisation",
                        column: x => x.organisation,
                        principalTable: "members_organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "members_team",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    closed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_members_team", x => x.id);
                    table.ForeignKey(
                        name: "FK_members_team_members_organisation_organisation",
                        column: x => x.organisation,
                        principalTable: "members_organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cases_task",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    team = table.Column<Guid>(type: "uuid", nullable: false),
                    assignee = table.Column<Guid>(type: "uuid", nullable: false),
                    @case = table.Column<Guid>(name: "case", type: "uuid", nullable: true),
                    consultation = table.Column<Guid>(type: "uuid", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    done_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    done_by = table.Column<Guid>(type: "uuid", nullable: true),
                    postponed = table.Column<int>(type: "integer", nullable: false),
                    seen_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    text = table.Column<byte[]>(type: "bytea", nullable: false),
                    content_revision = table.Column<int>(type: "integer", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_task", x => x.id);
                    table.ForeignKey(
                        name: "FK_cases_task_cases_case_case",
                        column: x => x.@case,
                        principalTable: "cases_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_cases_task_cases_consultation_consultation",
                        column: x => x.consultation,
                        principalTable: "cases_consultation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "members_recovery_code",
                columns: table => new
                {
                    stored = table.Column<byte[]>(type: "bytea", nullable: false),
                    member = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_members_recovery_code", x => x.stored);
                    table.ForeignKey(
                        name: "FK_members_recovery_code_members_member_member",
                        column: x => x.member,
                        principalTable: "members_member",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "members_recovery_request",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    member = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    ticket_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    requested_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ready_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_members_recovery_request", x => x.id);
                    table.ForeignKey(
                        name: "FK_members_recovery_request_members_member_member",
                        column: x => x.member,
                        principalTable: "members_member",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_members_recovery_request_members_organisation_organisation",
                        column: x => x.organisation,
                        principalTable: "members_organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "members_membership",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    member = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    team = table.Column<Guid>(type: "uuid", nullable: true),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    since = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_members_membership", x => x.id);
                    table.ForeignKey(
                        name: "FK_members_membership_members_member_member",
                        column: x => x.member,
                        principalTable: "members_member",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_members_membership_members_organisation_organisation",
                        column: x => x.organisation,
                        principalTable: "members_organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_members_membership_members_team_team",
                        column: x => x.team,
                        principalTable: "members_team",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "ledger_tree",
                columns: new[] { "id", "edge", "size" },
                values: new object[] { 1, new byte[0], 0L });

            migrationBuilder.CreateIndex(
                name: "ix_cases_canned_text_organisation",
                table: "cases_canned_text",
                column: "organisation");

            migrationBuilder.CreateIndex(
                name: "ix_cases_case_organisation",
                table: "cases_case",
                column: "organisation");

            migrationBuilder.CreateIndex(
                name: "ix_cases_case_person_link",
                table: "cases_case",
                column: "person_link");

            migrationBuilder.CreateIndex(
                name: "ix_cases_case_responsible_stage",
                table: "cases_case",
                columns: new[] { "responsible", "stage" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_case_team_stage",
                table: "cases_case",
                columns: new[] { "team", "stage" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_consultation_case",
                table: "cases_consultation",
                column: "case");

            migrationBuilder.CreateIndex(
                name: "ix_cases_consultation_member",
                table: "cases_consultation",
                column: "member");

            migrationBuilder.CreateIndex(
                name: "ix_cases_consultation_person_link",
                table: "cases_consultation",
                column: "person_link");

            migrationBuilder.CreateIndex(
                name: "ix_cases_consultation_team_on",
                table: "cases_consultation",
                columns: new[] { "team", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_entry_case_at",
                table: "cases_entry",
                columns: new[] { "case", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_named_member_member",
                table: "cases_named_member",
                column: "member");

            migrationBuilder.CreateIndex(
                name: "ix_cases_service_case_on",
                table: "cases_service",
                columns: new[] { "case", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_task_assignee_done_at_due_on",
                table: "cases_task",
                columns: new[] { "assignee", "done_at", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_task_case",
                table: "cases_task",
                column: "case");

            migrationBuilder.CreateIndex(
                name: "ix_cases_task_consultation",
                table: "cases_task",
                column: "consultation");

            migrationBuilder.CreateIndex(
                name: "ix_cases_task_team_done_at_due_on",
                table: "cases_task",
                columns: new[] { "team", "done_at", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_data_job_member_state",
                table: "data_job",
                columns: new[] { "member", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_evidence_fact_organisation_on",
                table: "evidence_fact",
                columns: new[] { "organisation", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_evidence_fact_person",
                table: "evidence_fact",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_fact_record",
                table: "evidence_fact",
                column: "record");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_fact_team",
                table: "evidence_fact",
                column: "team");

            migrationBuilder.CreateIndex(
                name: "ix_ledger_leaf_organisation_at",
                table: "ledger_leaf",
                columns: new[] { "organisation", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_members_member_organisation",
                table: "members_member",
                column: "organisation");

            migrationBuilder.CreateIndex(
                name: "ix_members_member_sign_in_name",
                table: "members_member",
                column: "sign_in_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_members_membership_member_role_team",
                table: "members_membership",
                columns: new[] { "member", "role", "team" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_members_membership_organisation",
                table: "members_membership",
                column: "organisation");

            migrationBuilder.CreateIndex(
                name: "ix_members_membership_team",
                table: "members_membership",
                column: "team");

            migrationBuilder.CreateIndex(
                name: "ix_members_recovery_code_member",
                table: "members_recovery_code",
                column: "member");

            migrationBuilder.CreateIndex(
                name: "ix_members_recovery_request_member",
                table: "members_recovery_request",
                column: "member");

            migrationBuilder.CreateIndex(
                name: "ix_members_recovery_request_organisation_outcome",
                table: "members_recovery_request",
                columns: new[] { "organisation", "outcome" });

            migrationBuilder.CreateIndex(
                name: "ix_members_recovery_request_ticket_hash",
                table: "members_recovery_request",
                column: "ticket_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_members_team_organisation",
                table: "members_team",
                column: "organisation");

            migrationBuilder.CreateIndex(
                name: "ix_people_attachment_owner",
                table: "people_attachment",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_people_consent_holder",
                table: "people_consent",
                column: "holder");

            migrationBuilder.CreateIndex(
                name: "ix_people_journey_traveller",
                table: "people_journey",
                column: "traveller");

            migrationBuilder.CreateIndex(
                name: "ix_people_person_organisation_keep_until",
                table: "people_person",
                columns: new[] { "organisation", "keep_until" });

            migrationBuilder.CreateIndex(
                name: "ix_people_person_team",
                table: "people_person",
                column: "team");

            migrationBuilder.CreateIndex(
                name: "ix_people_relation_of",
                table: "people_relation",
                column: "of");

            migrationBuilder.CreateIndex(
                name: "ix_people_relation_to",
                table: "people_relation",
                column: "to");

            migrationBuilder.CreateIndex(
                name: "ix_people_twin_one",
                table: "people_twin",
                column: "one");

            migrationBuilder.CreateIndex(
                name: "ix_people_twin_other",
                table: "people_twin",
                column: "other");

            migrationBuilder.CreateIndex(
                name: "ix_people_twin_pair",
                table: "people_twin",
                column: "pair",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_vault_circle_key_member",
                table: "vault_circle_key",
                column: "member");

            migrationBuilder.CreateIndex(
                name: "ix_vault_draft_member_at",
                table: "vault_draft",
                columns: new[] { "member", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_vault_grant_holder_generation",
                table: "vault_grant",
                columns: new[] { "holder", "generation" });

            migrationBuilder.CreateIndex(
                name: "ix_vault_session_member",
                table: "vault_session",
                column: "member");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "cases_canned_text");

            migrationBuilder.DropTable(
                name: "cases_entry");

            migrationBuilder.DropTable(
                name: "cases_named_member");

            migrationBuilder.DropTable(
                name: "cases_service");

            migrationBuilder.DropTable(
                name: "cases_task");

            migrationBuilder.DropTable(
                name: "data_job");

            migrationBuilder.DropTable(
                name: "data_operation");

            migrationBuilder.DropTable(
                name: "evidence_fact");

            migrationBuilder.DropTable(
                name: "ledger_checkpoint");

            migrationBuilder.DropTable(
                name: "ledger_leaf");

            migrationBuilder.DropTable(
                name: "ledger_mention");

            migrationBuilder.DropTable(
                name: "ledger_tree");

            migrationBuilder.DropTable(
                name: "members_membership");

            migrationBuilder.DropTable(
                name: "members_recovery_code");

            migrationBuilder.DropTable(
                name: "members_recovery_request");

            migrationBuilder.DropTable(
                name: "people_attachment");

            migrationBuilder.DropTable(
                name: "people_consent");

            migrationBuilder.DropTable(
                name: "people_journey");

            migrationBuilder.DropTable(
                name: "people_key");

            migrationBuilder.DropTable(
                name: "people_person");

            migrationBuilder.DropTable(
                name: "people_relation");

            migrationBuilder.DropTable(
                name: "people_twin");

            migrationBuilder.DropTable(
                name: "vault_circle");

            migrationBuilder.DropTable(
                name: "vault_circle_key");

            migrationBuilder.DropTable(
                name: "vault_draft");

            migrationBuilder.DropTable(
                name: "vault_erasure");

            migrationBuilder.DropTable(
                name: "vault_grant");

            migrationBuilder.DropTable(
                name: "vault_member_key");

            migrationBuilder.DropTable(
                name: "vault_organisation_key");

            migrationBuilder.DropTable(
                name: "vault_session");

            migrationBuilder.DropTable(
                name: "cases_consultation");

            migrationBuilder.DropTable(
                name: "members_team");

            migrationBuilder.DropTable(
                name: "members_member");

            migrationBuilder.DropTable(
                name: "cases_case");

            migrationBuilder.DropTable(
                name: "members_organisation");
        }
    }
}
