using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Turna.Data.Sqlite.Migrations
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
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "people_index_round",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    organisation = table.Column<Guid>(type: "TEXT", nullable: false),
                    rules = table.Column<int>(type: "INTEGER", nullable: false),
                    width = table.Column<int>(type: "INTEGER", nullable: false),
                    begun_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people_index_round", x => x.number);
                });

            // Without a rowid the rows lie in the order of their key and once: half the size, and in no order of writing.
            migrationBuilder.Sql(
                """
                CREATE TABLE "people_name_key" (
                    "round" INTEGER NOT NULL,
                    "token" INTEGER NOT NULL,
                    "reference" BLOB NOT NULL,
                    CONSTRAINT "pk_people_name_key" PRIMARY KEY ("round", "token", "reference")
                ) WITHOUT ROWID;
                ALTER TABLE "people_key" RENAME TO "people_key_before";
                CREATE TABLE "people_key" (
                    "token" BLOB NOT NULL,
                    "reference" BLOB NOT NULL,
                    CONSTRAINT "pk_people_key" PRIMARY KEY ("token", "reference")
                ) WITHOUT ROWID;
                INSERT INTO "people_key" SELECT "token", "reference" FROM "people_key_before";
                DROP TABLE "people_key_before";
                """);

            migrationBuilder.CreateTable(
                name: "people_question",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation = table.Column<Guid>(type: "TEXT", nullable: false),
                    asked_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    asked = table.Column<Guid>(type: "TEXT", nullable: false),
                    officer = table.Column<Guid>(type: "TEXT", nullable: false),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    text = table.Column<byte[]>(type: "BLOB", nullable: false),
                    answer = table.Column<byte[]>(type: "BLOB", nullable: true),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    set_aside_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people_question", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "people_question_officer",
                columns: table => new
                {
                    member = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation = table.Column<Guid>(type: "TEXT", nullable: false),
                    since = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people_question_officer", x => x.member);
                });

            migrationBuilder.CreateTable(
                name: "people_twin_suggestion",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation = table.Column<Guid>(type: "TEXT", nullable: false),
                    pair = table.Column<byte[]>(type: "BLOB", nullable: false),
                    one = table.Column<byte[]>(type: "BLOB", nullable: false),
                    other = table.Column<byte[]>(type: "BLOB", nullable: false),
                    one_reference = table.Column<byte[]>(type: "BLOB", nullable: false),
                    other_reference = table.Column<byte[]>(type: "BLOB", nullable: false),
                    strength = table.Column<int>(type: "INTEGER", nullable: false),
                    found_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    not_before = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
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
