using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Turna.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class NameIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "key_round",
                table: "people_person",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "people_index_round",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    rules = table.Column<int>(type: "integer", nullable: false),
                    width = table.Column<int>(type: "integer", nullable: false),
                    begun_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people_index_round", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "people_name_key",
                columns: table => new
                {
                    round = table.Column<int>(type: "integer", nullable: false),
                    token = table.Column<int>(type: "integer", nullable: false),
                    reference = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people_name_key", x => new { x.round, x.token, x.reference });
                });

            migrationBuilder.CreateTable(
                name: "people_question",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_by = table.Column<Guid>(type: "uuid", nullable: false),
                    asked = table.Column<Guid>(type: "uuid", nullable: false),
                    officer = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    text = table.Column<byte[]>(type: "bytea", nullable: false),
                    answer = table.Column<byte[]>(type: "bytea", nullable: true),
                    answered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    set_aside_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people_question", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "people_question_officer",
                columns: table => new
                {
                    member = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    since = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people_question_officer", x => x.member);
                });

            migrationBuilder.CreateTable(
                name: "people_twin_suggestion",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    pair = table.Column<byte[]>(type: "bytea", nullable: false),
                    one = table.Column<byte[]>(type: "bytea", nullable: false),
                    other = table.Column<byte[]>(type: "bytea", nullable: false),
                    one_reference = table.Column<byte[]>(type: "bytea", nullable: false),
                    other_reference = table.Column<byte[]>(type: "bytea", nullable: false),
                    strength = table.Column<int>(type: "integer", nullable: false),
                    found_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    not_before = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people_twin_suggestion", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_people_person_key_round",
                table: "people_person",
                column: "key_round");

            migrationBuilder.CreateIndex(
                name: "ix_people_index_round_organisation_number",
                table: "people_index_round",
                columns: new[] { "organisation", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_people_question_asked_by",
                table: "people_question",
                column: "asked_by");

            migrationBuilder.CreateIndex(
                name: "ix_people_question_officer",
                table: "people_question",
                column: "officer");

            migrationBuilder.CreateIndex(
                name: "ix_people_question_officer_organisation",
                table: "people_question_officer",
                column: "organisation");

            migrationBuilder.CreateIndex(
                name: "ix_people_twin_suggestion_one",
                table: "people_twin_suggestion",
                column: "one");

            migrationBuilder.CreateIndex(
                name: "ix_people_twin_suggestion_organisation_strength",
                table: "people_twin_suggestion",
                columns: new[] { "organisation", "strength" });

            migrationBuilder.CreateIndex(
                name: "ix_people_twin_suggestion_other",
                table: "people_twin_suggestion",
                column: "other");

            migrationBuilder.CreateIndex(
                name: "ix_people_twin_suggestion_pair",
                table: "people_twin_suggestion",
                column: "pair",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "people_index_round");

            migrationBuilder.DropTable(
                name: "people_name_key");

            migrationBuilder.DropTable(
                name: "people_question");

            migrationBuilder.DropTable(
                name: "people_question_officer");

            migrationBuilder.DropTable(
                name: "people_twin_suggestion");

            migrationBuilder.DropIndex(
                name: "ix_people_person_key_round",
                table: "people_person");

            migrationBuilder.DropColumn(
                name: "key_round",
                table: "people_person");
        }
    }
}
