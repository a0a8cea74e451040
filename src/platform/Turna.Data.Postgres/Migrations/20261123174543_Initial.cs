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
                name: "ix_data_job_member_state",
                table: "data_job",
                columns: new[] { "member", "state" });

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
                name: "data_job");

            migrationBuilder.DropTable(
                name: "data_operation");

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
                name: "members_team");

            migrationBuilder.DropTable(
                name: "members_member");

            migrationBuilder.DropTable(
                name: "members_organisation");
        }
    }
}
